// Colours the active image; without one, Tintype's sample photograph.
// With an argument, the picture of that path, and saves the result beside it.
// The result is then the active image, so further lines work on it.

path = getArgument();
if (path != "") open(path);
if (nImages == 0) run("Sample Photograph");

run("Colorize...", "model=default temperature=0 saturation=1.0");

if (path != "") saveAs("png", File.getDirectory(path) + getTitle());
