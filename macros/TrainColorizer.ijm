// Trains a model for a quarter of a minute and colours the sample photograph with it.
// With an argument, on the pictures in that folder; else on six drawn here, in a temporary folder.
// A real training takes more pictures and more time: without the key minutes it takes 20.

folder = getArgument();
if (folder == "") folder = drawn();
model = folder + "-colorizer.zip";

run("Train Colorizer...", "pictures=[" + folder + "] share=0.2 minutes=0.25 output=[" + model + "]");
print("The current image has " + nSlices + " planes, one for each epoch from 0, the untrained network.");

run("Sample Photograph");
run("Colorize...", "model=[" + model + "]");

// Smooth bright blue above, rough dark green below.
function drawn() {
	temporary = getDirectory("temp") + "tintype-training-" + d2s(getTime(), 0);
	File.makeDirectory(temporary);
	for (i = 1; i <= 6; i++) {
		newImage("drawn", "RGB", 64, 64, 1);
		for (y = 0; y < 64; y++)
			for (x = 0; x < 64; x++) {
				light = 100 * random;
				if (y < 30 + i) setPixel(x, y, 0x90b8f0);
				else setPixel(x, y, (light << 16) + (light + 40 << 8) + light / 3);
			}
		saveAs("png", temporary + "/drawn" + i);
		close();
	}
	return temporary;
}
