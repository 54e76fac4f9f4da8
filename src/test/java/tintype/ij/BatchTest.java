package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.Slices;
import tintype.TintypeException;

/** Folders worked through: whole, again, in parts, killed and canceled. */
class BatchTest {

	private static final int COUNT = 9;

	@TempDir
	Path folder;

	private Path input, output;

	@BeforeEach
	void draw() throws IOException {
		input = folder.resolve("in put");
		output = folder.resolve("out");
		pictures(COUNT, 60, 50);
	}

	private void pictures(int count, int width, int height) throws IOException {
		for (int i = 0; i < count; i++) {
			ImagePlus imp = IJ.createImage("p" + i, i % 2 == 0 ? "8-bit ramp" : "16-bit ramp", width, height, i == 3 ? 2 : 1);
			imp.getProcessor().setRoi(i, i, 20, 20);
			imp.getProcessor().fill();
			Path file = Files.createDirectories(input.resolve(i < 5 ? "a" : "b/c")).resolve("p" + i + ".tif");
			FileSaver saver = new FileSaver(imp);
			assertTrue(imp.getStackSize() > 1 ? saver.saveAsTiffStack(file.toString()) : saver.saveAsTiff(file.toString()));
		}
	}

	private BatchRequest request(String shard) {
		return new BatchRequest(input.toFile(), output.toFile(), Shard.of(shard));
	}

	private Path mapping(int width, int height) {
		Path file = folder.resolve("mapping.json");
		Rectification.of(IJ.createImage("one", "8-bit ramp", width, height, 1),
			new PlaneRequest("5,4 " + (width - 8) + ",6 " + (width - 5) + "," + (height - 9) + " 3," + (height - 7), FirstCorner.AUTOMATIC, PlaneRequest.MEASURED, 60, 40, "mm", 0, 1, ""),
			Resampling.USUAL, Progress.NONE).saved(file.toFile());
		return file;
	}

	private BatchReport rectify(String shard, Progress progress) {
		return FolderRectification.of(request(shard), mapping(60, 50).toFile(), Resampling.USUAL, PictureFormat.TIFF, progress);
	}

	/** Every file of the output by its path. */
	private Map<String, byte[]> results() throws IOException {
		Map<String, byte[]> results = new TreeMap<>();
		try (Stream<Path> files = Files.walk(output)) {
			for (Path file : files.filter(Files::isRegularFile).toList())
				results.put(output.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
		}
		return results;
	}

	private Map<String, byte[]> putAway() throws IOException {
		Map<String, byte[]> results = results();
		output = folder.resolve("out" + System.nanoTime());
		return results;
	}

	private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
		assertEquals(expected.keySet(), actual.keySet());
		expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
	}

	@Test
	void structureStaysAndWhatIsDoneIsSkipped() throws IOException {
		assertEquals(new BatchReport(COUNT, 0, Map.of()), rectify("", Progress.NONE));
		Map<String, byte[]> first = results();
		assertEquals("[a/p0.tif, a/p1.tif, a/p2.tif, a/p3.tif, a/p4.tif, b/c/p5.tif, b/c/p6.tif, b/c/p7.tif, b/c/p8.tif]", first.keySet().toString());
		assertEquals(2, PictureFile.open(output.resolve("a/p3.tif")).getStackSize());
		Files.delete(output.resolve("a/p1.tif"));
		Files.writeString(output.resolve("a/p2.tif"), "stays");
		assertEquals(new BatchReport(1, COUNT - 1, Map.of()), rectify("", Progress.NONE));
		assertEquals("stays", Files.readString(output.resolve("a/p2.tif")));
		assertArrayEquals(first.get("a/p1.tif"), Files.readAllBytes(output.resolve("a/p1.tif")));
	}

	@Test
	void shardsAtTheSameTimeMakeTheWhole() throws Exception {
		rectify("", Progress.NONE);
		Map<String, byte[]> whole = putAway();
		mapping(60, 50);
		CompletableFuture<BatchReport> other = CompletableFuture.supplyAsync(() -> rectifyOnly("2/2"));
		BatchReport one = rectifyOnly("1/2");
		assertEquals(List.of(5, 4), List.of(one.done(), other.get().done()));
		assertSame(whole, results());
	}

	/** By the mapping that is there. */
	private BatchReport rectifyOnly(String shard) {
		return FolderRectification.of(request(shard), folder.resolve("mapping.json").toFile(), Resampling.USUAL, PictureFormat.TIFF, Progress.NONE);
	}

	/** As a power cut would: without a chance to tidy up. */
	@Test
	void goesOnAfterAKill() throws Exception {
		pictures(COUNT, 1500, 1200);
		Path mapping = mapping(1500, 1200);
		rectifyOnly("");
		Map<String, byte[]> whole = putAway();
		Process child = ChildJvm.builder(folder, List.of(), Launcher.class, "--headless", "--run", "Rectify Folder...",
			"inputs=\"" + input + "\",output=\"" + output + "\",mapping=\"" + mapping + "\"").redirectErrorStream(true).redirectOutput(folder.resolve("child.log").toFile()).start();
		while (!Files.exists(output.resolve("a/p0.tif")) && child.isAlive())
			TimeUnit.MILLISECONDS.sleep(1);
		child.destroyForcibly().waitFor();
		Map<String, byte[]> left = results();
		left.keySet().removeIf(name -> !name.endsWith(".tif"));
		assertFalse(left.isEmpty(), Files.readString(folder.resolve("child.log")));
		left.forEach((name, bytes) -> assertArrayEquals(whole.get(name), bytes, name + " is whole"));
		// What a kill in the middle of a file leaves.
		Files.createDirectories(output.resolve("b/c"));
		Files.write(output.resolve("b/c/p8.tif.part"), new byte[10_000_000]);
		Files.deleteIfExists(output.resolve("b/c/p8.tif"));
		assertTrue(rectifyOnly("").done() > 0);
		assertSame(whole, results());
	}

	@Test
	void failuresDoNotStopTheOthers() throws IOException {
		byte[] whole = Files.readAllBytes(input.resolve("a/p0.tif"));
		Files.write(input.resolve("a/cut.tif"), Arrays.copyOf(whole, whole.length - 500));
		Files.writeString(input.resolve("a/broken, \"and\" quoted.png"), "\u0089PNG but no more");
		Files.createFile(input.resolve("empty.jpg"));
		new FileSaver(IJ.createImage("large", "8-bit ramp", 61, 50, 1)).saveAsPng(input.resolve("large.png").toString());
		Files.createDirectory(input.resolve("folder.png"));
		BatchReport report = rectify("", Progress.NONE);
		assertEquals(List.of(COUNT, 0, 4), List.of(report.done(), report.present(), report.failures().size()));
		List<String> lines = Files.readAllLines(output.resolve("failures.csv"));
		assertEquals("picture,reason", lines.get(0));
		assertEquals(5, lines.size());
		assertEquals("\"" + input.resolve("a/broken, \"and\" quoted.png").toString().replace("\"", "\"\"") + "\"",
			lines.get(1).substring(0, lines.get(1).indexOf("quoted.png") + "quoted.png\"".length()));
		assertTrue(report.failures().get(input.resolve("a/cut.tif")).endsWith(" is cut short: copy it again from where it came."));
		assertTrue(report.failures().get(input.resolve("empty.jpg")).contains(" is empty"));
		assertTrue(report.failures().get(input.resolve("large.png")).startsWith("The mapping is of a photograph of 60 x 50"));
		for (String name : List.of("a/cut.tif", "a/broken, \"and\" quoted.png", "empty.jpg", "large.png"))
			Files.delete(input.resolve(name));
		assertEquals(COUNT, rectify("", Progress.NONE).present());
		assertFalse(Files.exists(output.resolve("failures.csv")), "of an earlier run");
	}

	@Test
	void aRunWithoutAnyResultFails() throws IOException {
		input = Files.createDirectory(folder.resolve("bad"));
		Files.writeString(input.resolve("one.png"), "no");
		Files.createFile(input.resolve("two.png"));
		TintypeException e = assertThrows(TintypeException.class, () -> rectify("", Progress.NONE));
		assertTrue(e.getMessage().startsWith("All 2 pictures failed; the reasons are in " + output.resolve("failures.csv") + ", first: "), e.getMessage());
		TintypeException share = assertThrows(TintypeException.class, () -> rectify("2/2", Progress.NONE));
		assertTrue(share.getMessage().startsWith("The only picture failed; the reasons are in " + output.resolve("failures-2-of-2.csv")), share.getMessage());
	}

	@Test
	void cancelKeepsWhatIsDone() throws IOException {
		List<String> told = new CopyOnWriteArrayList<>();
		Progress third = new Progress() {

			@Override
			public void report(long done, long total, String text) {
				told.add(text);
				assertTrue(done <= total && total == COUNT * 1000L);
			}

			@Override
			public boolean canceled() {
				return told.stream().anyMatch(text -> text.startsWith("3 of 9"));
			}
		};
		assertThrows(CancellationException.class, () -> rectify("", third));
		List<String> done = List.copyOf(results().keySet());
		assertEquals(List.of("a/p0.tif", "a/p1.tif"), done.subList(0, 2));
		assertTrue(done.size() < 2 + FolderRectification.atATime(), done + ": what was on the way behind, at most");
		assertTrue(told.contains("1 of 9: p0.tif, opening") && told.contains("2 of 9, less than a minute left: p1.tif, working"), told.toString());
		assertEquals(new BatchReport(COUNT - done.size(), done.size(), Map.of()), rectify("", Progress.NONE));
	}

	@Test
	void whatCannotBeginGetsASentence() throws IOException {
		output = input;
		assertTrue(assertThrows(TintypeException.class, () -> rectify("", Progress.NONE)).getMessage().startsWith("The output folder is the folder of the pictures"));
		output = Path.of("");
		assertTrue(assertThrows(TintypeException.class, () -> rectify("", Progress.NONE)).getMessage().startsWith("There is no output folder"));
		output = Files.createFile(folder.resolve("file"));
		assertTrue(assertThrows(TintypeException.class, () -> rectify("", Progress.NONE)).getMessage().contains("can't be made"));
		output = Files.createDirectory(folder.resolve("mine"));
		Files.writeString(output.resolve("failures.csv"), "my notes");
		assertTrue(assertThrows(TintypeException.class, () -> rectify("", Progress.NONE)).getMessage().contains("is no table of failures"));
	}

	@Test
	void oneRunAtATime() throws IOException {
		try (Batch running = new Batch("Test", request("1/2"), ".tif")) {
			assertEquals(5, running.open());
			TintypeException e = assertThrows(TintypeException.class, () -> rectify("1/2", Progress.NONE));
			assertTrue(e.getMessage().startsWith("Another run is writing "), e.getMessage());
			assertEquals(4, rectify("2/2", Progress.NONE).done(), "another share is free");
		}
		assertEquals(5, rectify("1/2", Progress.NONE).done());
	}

	/** A defect, or memory that runs out, costs one picture. */
	@Test
	void whateverHappensToAPicture() throws IOException {
		try (Batch batch = new Batch("Test", request(""), ".tif")) {
			BatchReport report = batch.run(picture -> (result, progress) -> {
				switch (picture.getFileName().toString()) {
					case "p1.tif" -> throw new OutOfMemoryError("on purpose");
					case "p2.tif" -> throw new IllegalStateException("on purpose");
					case "p3.tif" -> throw new IOException("on purpose");
					default -> Files.copy(picture, result);
				}
			}, Progress.NONE);
			assertEquals(List.of(COUNT - 3, 3), List.of(report.done(), report.failures().size()));
			assertTrue(report.failures().get(input.resolve("a/p1.tif")).startsWith("Memory ran out"));
			assertTrue(report.failures().get(input.resolve("a/p3.tif")).startsWith("The result could not be written"));
		}
	}

	@Test
	void coloursAreThoseOfASinglePicture() throws IOException {
		BatchReport report = FolderColorization.of(request(""), "default", Look.VIVID, Slices.SERIES, PictureFormat.TIFF, Progress.NONE);
		assertEquals(COUNT, report.done());
		try (Colorizer colorizer = Colorizer.open("default")) {
			for (String name : List.of("a/p3.tif", "b/c/p6.tif")) {
				ImagePlus alone = Colorization.of(PictureFile.open(input.resolve(name)), colorizer, Look.VIVID, Slices.SERIES, Progress.NONE);
				assertArrayEquals(Files.readAllBytes(ImageFile.save(alone, folder.resolve("alone.tif"), PictureFormat.TIFF)), Files.readAllBytes(output.resolve(name)), name);
			}
		}
		assertThrows(TintypeException.class, () -> FolderColorization.of(new BatchRequest(input.toFile(), folder.resolve("other").toFile(), Shard.ALL), "default",
			new Look(Look.VIVID.setting(), 7, 1), Slices.SERIES, PictureFormat.TIFF, Progress.NONE), "what is wrong for all is told at once");
	}

	/** The macro's own thread meets ImageJ's errors about the broken picture, and goes on. */
	@Test
	void fromAMacro() throws IOException {
		Path mapping = mapping(60, 50);
		Path broken = input.resolve("broken.png");
		assertTrue(new FileSaver(IJ.createImage("broken", "8-bit ramp", 60, 50, 1)).saveAsPng(broken.toString()));
		Files.write(broken, Arrays.copyOf(Files.readAllBytes(broken), 90));
		String line = "run('Rectify Folder...', 'inputs=[" + input + "/**/*.*] output=[" + output + "] mapping=[" + mapping + "] shard=%s');";
		MacroRun run = MacroRun.of(line.formatted("1/1"), "return 'went on';");
		assertEquals("went on", run.result(), run.told());
		assertEquals(COUNT + 1, results().size(), "and the table");
		MacroRun wrong = MacroRun.of(line.formatted("2/1"), "return 'went on';");
		assertTrue(wrong.aborted() && wrong.told().contains("The shard 2/1 is no share"), wrong.told());
	}

	@Test
	void reportsOfANetwork() throws IOException {
		Files.writeString(Files.createDirectories(output.resolve("p0.part/values")).resolve("half"), "left by a kill");
		MacroRun run = MacroRun.of("run('Inspect Folder...', 'inputs=[" + input.resolve("a") + "] output=[" + output + "] model=colornet to=1 shard=1/3');", "return 'done';");
		assertEquals("done", run.result(), run.told());
		for (String name : List.of("p0", "p3", "_network"))
			assertTrue(Files.exists(output.resolve(name).resolve("index.html")), name);
		assertTrue(Files.exists(output.resolve("_network/weights.csv")));
		assertFalse(Files.exists(output.resolve("p0/weights.csv")));
		assertTrue(Files.exists(output.resolve("p0/values.csv")));
		assertFalse(Files.exists(output.resolve("p1")), "of another share");
		assertFalse(Files.exists(output.resolve("p0.part")));
	}
}
