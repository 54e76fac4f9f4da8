// Lays all pictures of a folder flat by one mapping, as when a camera on a stand takes
// plate after plate: the mapping that "Rectify by Four Points..." wrote for one of them.
// The argument is "folder mapping.json", or the macro asks. Results go into the folder
// "rectified" inside; pictures that are there already are skipped, so it can go on later.

argument = getArgument();
if (argument == "") {
	folder = getDirectory("Choose a folder of pictures");
	mapping = File.openDialog("Choose a mapping file");
} else {
	blank = lastIndexOf(argument, " ");
	folder = substring(argument, 0, blank);
	mapping = substring(argument, blank + 1);
}

run("Rectify Folder...", "inputs=[" + folder + "] output=[" + folder + "/rectified] mapping=[" + mapping + "]");
