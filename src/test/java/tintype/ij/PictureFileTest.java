package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.io.FileSaver;
import tintype.TintypeException;

/** Files opened whole or refused, and written as what they can hold. */
class PictureFileTest {

	@TempDir
	Path folder;

	private static TintypeException refused(Path file) {
		return assertThrows(TintypeException.class, () -> PictureFile.open(file), file.toString());
	}

	private Path saved(String kind, ImagePlus imp) {
		Path file = folder.resolve("picture." + kind);
		FileSaver saver = new FileSaver(imp);
		assertTrue(switch (kind) {
			case "jpg" -> saver.saveAsJpeg(file.toString());
			case "png" -> saver.saveAsPng(file.toString());
			case "gif" -> saver.saveAsGif(file.toString());
			case "bmp" -> saver.saveAsBmp(file.toString());
			case "pgm" -> saver.saveAsPgm(file.toString());
			case "fits" -> saver.saveAsFits(file.toString());
			default -> imp.getStackSize() > 1 ? saver.saveAsTiffStack(file.toString()) : saver.saveAsTiff(file.toString());
		});
		return file;
	}

	@ParameterizedTest
	@ValueSource(strings = { "8-bit ramp", "16-bit ramp", "32-bit ramp", "RGB ramp" })
	void depthsAndStacksStay(String type) {
		ImagePlus stack = IJ.createImage("stack", type, 31, 17, 3);
		stack.getStack().getProcessor(2).set(5, 6, 77);
		ImagePlus read = PictureFile.open(saved("tif", stack));
		assertEquals(3, read.getStackSize());
		assertEquals(stack.getBitDepth(), read.getBitDepth());
		assertEquals(77, read.getStack().getProcessor(2).get(5, 6) & 0xffffff);
	}

	/** ImageJ by itself fills what is missing with black or grey, or leaves slices out. */
	@ParameterizedTest
	@ValueSource(strings = { "tif", "png", "jpg", "gif", "bmp", "pgm" })
	void whatIsCutIsRefused(String kind) throws IOException {
		ImagePlus noise = IJ.createImage("noise", "8-bit ramp", 200, 100, 1);
		noise.getProcessor().noise(40);
		Path file = saved(kind, noise);
		assertEquals(200, PictureFile.open(file).getWidth());
		byte[] whole = Files.readAllBytes(file);
		for (int percent : new int[] { 95, 50, 10 }) {
			Files.write(file, Arrays.copyOf(whole, whole.length * percent / 100));
			String told = refused(file).getMessage();
			assertTrue(told.startsWith(file.toString()) && (told.contains("cut short") || told.contains("damaged")), told);
		}
	}

	/** What needs no thread of ImageJ's is not read at once. */
	@Test
	void whatTheJdkDecodesMayWait() throws IOException {
		for (String kind : List.of("jpg", "png", "tif", "bmp")) {
			Path file = saved(kind, IJ.createImage("small", "8-bit ramp", 30, 20, 1));
			Supplier<ImagePlus> begun = PictureFile.begin(file), later = PictureFile.begin(file);
			assertEquals(30, begun.get().getWidth());
			Files.delete(file);
			if (kind.equals("jpg") || kind.equals("png")) assertTrue(assertThrows(TintypeException.class, later::get).getMessage().startsWith("There is no file"));
			else assertEquals(30, later.get().getWidth());
			assertThrows(TintypeException.class, () -> PictureFile.begin(file).get());
		}
	}

	@Test
	void aStackThatLacksSlicesIsRefused() throws IOException {
		Path file = saved("tif", IJ.createImage("stack", "16-bit ramp", 50, 40, 8));
		byte[] whole = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(whole, whole.length - 50 * 40 * 2 * 3));
		assertTrue(refused(file).getMessage().contains("cut short"));
	}

	@Test
	void whatIsNoPicture() throws IOException {
		for (String[] file : new String[][] { { "empty.png", "", "is empty" }, { "text.png", "no picture", "is not a picture" }, { "half.png", "\u0089PNG\r\n", "" }, //
			{ "a.tif", "II*", "" }, { "letter.txt", "Dear Sir", "is not a picture" }, { "table.csv", "1,2\n3,4\n", "is not a picture" } }) {
			Path written = Files.writeString(folder.resolve(file[0]), file[1], StandardCharsets.ISO_8859_1);
			String sentence = refused(written).getMessage();
			assertTrue(sentence.startsWith(written.toString()) && sentence.contains(file[2]), sentence);
		}
	}

	@Test
	void whatIsNoFile() throws IOException {
		assertTrue(refused(folder).getMessage().endsWith(" is a folder: name the pictures in it."));
		assertTrue(refused(folder.resolve("none.png")).getMessage().startsWith("There is no file "));
		Path closed = saved("png", IJ.createImage("closed", "8-bit ramp", 9, 9, 1));
		if (closed.toFile().setReadable(false) && !Files.isReadable(closed)) assertTrue(refused(closed).getMessage().contains("can't be read"));
	}

	/** By its header, before anything is decoded. */
	@Test
	void whatIsTooLargeForTheMemory() throws IOException {
		Path file = saved("png", IJ.createImage("small", "8-bit ramp", 9, 9, 1));
		byte[] bytes = Files.readAllBytes(file);
		ByteBuffer.wrap(bytes).putInt(16, 500_000).putInt(20, 500_000);
		CRC32 crc = new CRC32();
		crc.update(bytes, 12, 17);
		ByteBuffer.wrap(bytes).putInt(29, (int) crc.getValue());
		Files.write(file, bytes);
		assertTrue(refused(file).getMessage().contains("GB"), refused(file).getMessage());
	}

	@Test
	void tiffKeepsAllAndOthersWhatTheyCan() throws IOException {
		ImagePlus imp = IJ.createImage("deep", "16-bit ramp", 40, 30, 1);
		imp.getCalibration().pixelWidth = 0.25;
		imp.getCalibration().setUnit("mm");
		imp.setProperty("Info", "made by hand\n");
		imp.setOverlay(new Overlay(new OvalRoi(3, 4, 5, 6)));
		ImagePlus tiff = PictureFile.open(ImageFile.save(imp, folder.resolve("deep.tif"), PictureFormat.TIFF));
		assertEquals("0.25 mm", tiff.getCalibration().pixelWidth + " " + tiff.getCalibration().getUnit());
		assertTrue(tiff.getInfoProperty().contains("made by hand"));
		assertEquals(1, tiff.getOverlay().size());
		ImagePlus png = PictureFile.open(ImageFile.save(imp, folder.resolve("deep.png"), PictureFormat.PNG));
		assertEquals(16, png.getBitDepth());
		assertArrayEquals((short[]) imp.getProcessor().getPixels(), (short[]) png.getProcessor().getPixels());
		TintypeException e = assertThrows(TintypeException.class, () -> ImageFile.save(imp, folder.resolve("deep.jpg"), PictureFormat.JPEG));
		assertEquals("\"deep\" has 16 bits per pixel, which jpeg can't hold: choose the format tiff.", e.getMessage());
		e = assertThrows(TintypeException.class, () -> ImageFile.save(IJ.createImage("film", "RGB", 4, 4, 7), folder.resolve("film.png"), PictureFormat.PNG));
		assertEquals("\"film\" has 7 planes, which png can't hold: choose the format tiff.", e.getMessage());
		assertFalse(Files.exists(folder.resolve("film.png.part")) || Files.exists(folder.resolve("film.png")));
	}

	@Test
	void jpegIsNearlyThePicture() throws IOException {
		ImagePlus imp = IJ.createImage("colour", "RGB ramp", 64, 48, 1);
		// Left by a run that was killed, and longer.
		Files.write(folder.resolve("colour.jpg.part"), new byte[100_000]);
		Path file = ImageFile.save(imp, folder.resolve("colour.jpg"), PictureFormat.JPEG);
		assertTrue(Files.size(file) < 50_000);
		int[] before = (int[]) imp.getProcessor().getPixels(), after = (int[]) PictureFile.open(file).getProcessor().convertToRGB().getPixels();
		for (int i = 0; i < before.length; i++)
			assertEquals(before[i] & 0xff, after[i] & 0xff, 6);
		assertEquals(List.of("colour.jpg"), Arrays.asList(folder.toFile().list()));
	}
}
