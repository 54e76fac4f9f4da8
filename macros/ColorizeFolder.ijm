// Colours all pictures of a folder, with its subfolders, into the folder "colorized" inside it.
// The argument is the folder, or the macro asks. Pictures that are there already are skipped,
// so it can go on later.

folder = getArgument();
if (folder == "") folder = getDirectory("Choose a folder of pictures");

run("Colorize Folder...", "inputs=[" + folder + "] output=[" + folder + "/colorized]");
