// Colours the active image in four ways, and says how much the model is in doubt;
// without an image, Tintype's sample photograph.
// With an argument, the picture of that path, and saves the result beside it.

path = getArgument();
if (path != "") open(path);
if (nImages == 0) run("Sample Photograph");

run("Colorize...", "uncertainty alternatives=4");

colorized = getTitle();
name = replace(colorized, "-colorized", "");
selectImage(name + "-entropy");
getStatistics(area, mean);
print("Doubt about the colours of " + name + ": " + d2s(mean, 2) + " bits on average");
selectImage(name + "-alternatives");
for (i = 1; i <= nSlices; i++) {
	setSlice(i);
	print("Colouring " + i + ": " + getInfo("slice.label"));
}
selectImage(colorized);

if (path != "") saveAs("png", File.getDirectory(path) + getTitle());
