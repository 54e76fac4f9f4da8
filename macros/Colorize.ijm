// Colours the active image; without one, Tintype's sample photograph.
// The result becomes the active image, so further lines work on it.
// An argument, if given, is the folder for the result.

if (nImages == 0) run("Sample Photograph");
run("Colorize...", "model=default temperature=0.38 saturation=1.0");

folder = getArgument();
if (folder != "") saveAs("png", folder + File.separator + getTitle());
