package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.TintypeException;

class PhotoFolderTest {

	@TempDir
	Path folder;

	@Test
	void picturesOfAllFormatsInSubfoldersInOrder() throws IOException {
		List<String> pictures = List.of("a.png", "b.JPG", "c/d.jpeg", "c/e/f.tif", "g.tiff", "h.bmp", "i.GIF");
		for (String name : List.of("a.txt", "b.xcf", "png", "noextension", "Thumbs.db", "j.png.txt"))
			file(name);
		for (String name : pictures)
			file(name);
		Files.createDirectory(folder.resolve("folder.png"));
		assertEquals(pictures.stream().map(folder::resolve).toList(), PhotoFolder.of(folder).files());
	}

	@Test
	void emptyFolder() throws IOException {
		file("letter.txt");
		TintypeException e = assertThrows(TintypeException.class, () -> PhotoFolder.of(folder));
		assertEquals("There is no picture in " + folder + ": choose a folder with PNG, JPEG, TIFF, BMP or GIF files.", e.getMessage());
	}

	@Test
	void missingFolder() {
		Path missing = folder.resolve("missing");
		TintypeException e = assertThrows(TintypeException.class, () -> PhotoFolder.of(missing));
		assertEquals("There is no folder " + missing + ": choose a folder of colour pictures.", e.getMessage());
	}

	private void file(String name) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.createFile(file);
	}
}
