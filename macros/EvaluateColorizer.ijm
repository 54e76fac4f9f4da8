// Says how well a model colours a folder of colour pictures: each is turned to
// grey, coloured, and compared with itself.
// With an argument, the pictures in that folder; a table with a row per picture
// and the contact sheet are saved beside the folder. Without one, a picture drawn
// here, in the temporary folder.

folder = getArgument();
table = folder + "-evaluation.csv";
if (folder == "") {
	folder = drawn();
	table = "";
}

run("Evaluate Colorizer...", "pictures=[" + folder + "] model=default table=[" + table + "]");

// The contact sheet is the active image now, the error curve the one before.
if (table != "") saveAs("png", folder + "-evaluation");

function drawn() {
	temporary = getDirectory("temp") + "tintype-evaluation";
	File.makeDirectory(temporary);
	newImage("drawn", "RGB white", 160, 120, 1);
	setColor(110, 160, 230);
	fillRect(0, 0, 160, 60);
	setColor(80, 120, 40);
	fillRect(0, 60, 160, 60);
	run("Add Specified Noise...", "standard=12");
	saveAs("png", temporary + "/drawn");
	close();
	return temporary;
}
