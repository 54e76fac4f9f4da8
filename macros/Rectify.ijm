// Lays the selected quadrilateral of the active image flat; without an image, that of a
// sheet that the macro draws. Draw it with the polygon or the multi-point tool.
// With an argument, "path x,y x,y x,y x,y": the picture of that path (without blanks in
// it) and its corners; saves the result beside it.
// The result is then the active image; its pixels measure millimetres.

corners = "";
path = getArgument();
if (path != "") {
	blank = indexOf(path, " ");
	corners = "corners=[" + substring(path, blank + 1) + "] ";
	path = substring(path, 0, blank);
	open(path);
}
if (nImages == 0) {
	newImage("sheet", "8-bit black", 640, 480, 1);
	makePolygon(180, 60, 470, 100, 560, 420, 90, 370);
	setColor(230);
	fill();
}

run("Rectify by Four Points...", corners + "size=A4 interpolation=bicubic");

if (path != "") saveAs("tiff", File.getDirectory(path) + getTitle());
