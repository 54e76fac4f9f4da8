package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
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

	/** What macOS, photo tools and version control leave behind. */
	@Test
	void hiddenFilesAndFoldersAreLeftOut() throws IOException {
		for (String name : List.of("a.jpg", "._a.jpg", ".hidden.png", ".thumbnails/a.jpg", "sub/.git/b.png", "sub/._c.jpg", "__MACOSX/._a.jpg"))
			file(name);
		assertEquals(List.of(folder.resolve("a.jpg")), PhotoFolder.of(folder).files());
		assertEquals(List.of(folder.resolve(".thumbnails/a.jpg")), PhotoFolder.of(folder.resolve(".thumbnails")).files());
	}

	@Test
	void linksAreFollowedOnce() throws IOException {
		file("real/a.jpg");
		try {
			Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
			Files.createSymbolicLink(folder.resolve("real/circle"), folder.resolve("real"));
		}
		catch (IOException | UnsupportedOperationException e) {
			System.out.println("Skipped: no symbolic links here");
			assumeTrue(false, "no symbolic links here");
		}
		assertEquals(List.of(folder.resolve("link/a.jpg")), PhotoFolder.of(folder.resolve("link")).files());
	}

	@Test
	void theHostAddsItsOwn() throws IOException {
		file("a.jpg");
		file("b.ppm");
		file("c.txt");
		PhotoOpener host = new PhotoOpener() {

			@Override
			public boolean opens(Path file) {
				return file.toString().endsWith(".ppm");
			}

			@Override
			public long pixels(Path file) throws IOException {
				throw new IOException("a list needs no file opened");
			}

			@Override
			public BufferedImage open(Path file) throws IOException {
				throw new IOException("a list needs no file opened");
			}
		};
		assertEquals(List.of(folder.resolve("a.jpg"), folder.resolve("b.ppm")), PhotoFolder.of(folder, host).files());
		assertEquals(List.of(folder.resolve("a.jpg")), PhotoFolder.of(folder, PhotoOpener.NONE).files());
	}

	/** Such as lost+found on a disk of its own. */
	@Test
	void subfoldersThatMayNotBeListedAreLeftOut() throws IOException {
		file("a.jpg");
		file("locked/b.jpg");
		file("z/c.jpg");
		File locked = folder.resolve("locked").toFile();
		boolean shut = locked.setReadable(false) && !Files.isReadable(locked.toPath());
		try {
			if (!shut) System.out.println("PhotoFolderTest: skipped, as this account may list every folder");
			Assumptions.assumeTrue(shut, "this account may list every folder");
			assertEquals(List.of(folder.resolve("a.jpg"), folder.resolve("z/c.jpg")), PhotoFolder.of(folder).files());
			assertThrows(TintypeException.class, () -> PhotoFolder.of(locked.toPath()));
		}
		finally {
			locked.setReadable(true);
		}
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
