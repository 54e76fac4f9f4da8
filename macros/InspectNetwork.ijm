// Looks into the network that colours photographs: its layers, their weights, and what
// leaves its layer "1/4 b", before and after the activation, for the active image; without
// one, for Tintype's sample photograph, made small.
// With an argument, the folder of that path, new or empty, gets a report of all layers; open
// its index.html. Without one, a new folder in the temporary folder.
// The feature maps are then the active image, and the receptive field of the pixel in their
// middle is drawn on the image that the network read.

folder = getArgument();
if (folder == "") folder = getDirectory("temp") + "tintype-inspection-" + d2s(getTime(), 0);
if (nImages == 0) {
	run("Sample Photograph");
	run("Size...", "width=160 height=120 average interpolation=Bilinear");
}

run("Network Inspector...", "model=default to=[1/4 b] values=both fit montage statistics verify export=[" + folder + "]");
print("Report: " + folder + File.separator + "index.html");

makePoint(floor(getWidth() / 2), floor(getHeight() / 2));
run("Receptive Field");
