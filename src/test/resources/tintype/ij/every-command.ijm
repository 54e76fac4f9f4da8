// Starts every command of Tintype and looks at what it made. The argument is a folder with
// label-oblique.png, network.h5, a folder "pictures", and "classes" with a sub-folder for each class.

folder = getArgument();

run("Sample Photograph");
run("Colorize...", "setting=faithful");
colour = coloured();
if (!colour) failed("Colorize...");

open(folder + "label-oblique.png");
photo = getImageID();
run("Propose Corners");
if (selectionType() != 2) failed("Propose Corners");
run("Rectify by Four Points...", "size=[width and height] width=80 height=50 mapping=[" + folder + "label.json]");
getPixelSize(unit, width, height);
if (unit != "mm") failed("Rectify by Four Points...");
if (abs(getWidth() * width - 80) > width) failed("Rectify by Four Points...");
makePoint(20, 30);
run("Send Selections...", "");
if (getImageID() != photo || Overlay.size == 0) failed("Send Selections...");
run("Rectify by Mapping...", "mapping=[" + folder + "label.json]");
if (!endsWith(getTitle(), "-rectified")) failed("Rectify by Mapping...");

newImage("ramp", "8-bit ramp", 40, 32, 1);
run("Network Inspector...", "model=colornet to=2 verify");
if (nSlices == 1) failed("Network Inspector...");
makePoint(20, 16);
run("Receptive Field");
selectImage("ramp");
if (Overlay.size == 0) failed("Receptive Field");
close("*");
run("Network Inspector...", "model=[" + folder + "network.h5] weights export=[" + folder + "report]");
if (!File.exists(folder + "report/index.html")) failed("Network Inspector... of a Keras file");

run("Device Information...");

run("Evaluate Colorizer...", "pictures=[" + folder + "pictures] table=[" + folder + "figures.csv]");
if (!File.exists(folder + "figures.csv")) failed("Evaluate Colorizer...");
run("Train Colorizer...", "pictures=[" + folder + "pictures] share=0.3 epochs=1 batch=1 output=[" + folder + "trained.zip]");
if (!File.exists(folder + "trained.zip")) failed("Train Colorizer...");

run("Colorize Folder...", "inputs=[" + folder + "classes/even] output=[" + folder + "coloured] format=png");
names = getFileList(folder + "coloured");
if (names.length < 2) failed("Colorize Folder...");
run("Rectify Folder...", "inputs=[" + folder + "*.png] output=[" + folder + "flat] mapping=[" + folder + "label.json]");
names = getFileList(folder + "flat");
if (names.length == 0) failed("Rectify Folder...");
run("Inspect Folder...", "inputs=[" + folder + "classes/odd] output=[" + folder + "values] model=colornet to=1");
names = getFileList(folder + "values");
if (names.length == 0) failed("Inspect Folder...");

run("Compare Activations...", "data=[" + folder + "classes] activations=ReLU normalization=off seeds=1 epochs=1 batch=1 folder=[" + folder + "study]");
if (!File.isDirectory(folder + "study")) failed("Compare Activations...");

function failed(command) {
	exit(command + " did not make what it should; the image is " + getTitle());
}

// Whether some pixel of the diagonal is not grey.
function coloured() {
	for (i = 0; i < getHeight() && i < getWidth(); i++) {
		v = getPixel(i, i);
		if ((v >> 16 & 0xff) != (v & 0xff)) return true;
	}
	return false;
}
