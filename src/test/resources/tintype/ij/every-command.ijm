// Starts every command of Tintype and looks at what it made. The argument is a folder with
// label-oblique.png, network.h5 and a folder "pictures".

folder = getArgument();

run("Sample Photograph");
run("Colorize...", "setting=faithful");
check("Colorize...", bitDepth() == 24 && coloured());

open(folder + "label-oblique.png");
photo = getImageID();
run("Propose Corners");
check("Propose Corners", selectionType() == 2);
run("Rectify by Four Points...", "size=[width and height] width=80 height=50 mapping=[" + folder + "label.json]");
getPixelSize(unit, size, size);
check("Rectify by Four Points...", unit == "mm" && abs(getWidth() * size - 80) < 0.01);
makePoint(20, 30);
run("Send Selections...", "");
check("Send Selections...", getImageID() == photo && Overlay.size > 0);
run("Rectify by Mapping...", "mapping=[" + folder + "label.json]");
check("Rectify by Mapping...", endsWith(getTitle(), "-rectified"));

newImage("ramp", "8-bit ramp", 40, 32, 1);
run("Network Inspector...", "model=colornet to=2 verify");
check("Network Inspector...", nSlices > 1);
makePoint(20, 16);
run("Receptive Field");
selectImage("ramp");
getSelectionBounds(x, y, width, height);
check("Receptive Field", width > 1 && width < 40);
close("*");
run("Network Inspector...", "model=[" + folder + "network.h5] weights export=[" + folder + "report]");
check("Network Inspector... of a Keras file", File.exists(folder + "report/index.html"));

run("Evaluate Colorizer...", "pictures=[" + folder + "pictures] table=[" + folder + "figures.csv]");
check("Evaluate Colorizer...", File.exists(folder + "figures.csv"));
run("Train Colorizer...", "pictures=[" + folder + "pictures] share=0.3 epochs=1 batch=1 output=[" + folder + "trained.zip]");
check("Train Colorizer...", File.exists(folder + "trained.zip"));

function check(command, good) {
	if (!good) exit(command + " did not make what it should; the image is " + getTitle());
}

// Whether some pixel of the diagonal is not grey.
function coloured() {
	for (i = 0; i < getHeight() && i < getWidth(); i++) {
		v = getPixel(i, i);
		if ((v >> 16 & 0xff) != (v & 0xff)) return true;
	}
	return false;
}
