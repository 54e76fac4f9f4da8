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
if (!endsWith(folder, File.separator)) folder = folder + File.separator;
results = folder + "rectified" + File.separator;
File.makeDirectory(results);
setBatchMode(true);
names = getFileList(folder);
for (i = 0; i < names.length; i++) {
	picture = matches(toLowerCase(names[i]), ".*\\.(tif|tiff|png|jpg|jpeg|bmp|gif)");
	result = results + names[i] + ".tif";
	if (picture && !File.exists(result)) {
		open(folder + names[i]);
		run("Rectify by Mapping...", "mapping=[" + mapping + "]");
		saveAs("tiff", result);
		while (nImages > 0) close();
	}
	showProgress(i + 1, names.length);
}
