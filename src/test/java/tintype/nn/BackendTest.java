package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import net.imglib2.type.numeric.ARGBType;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

import tintype.Progress;

/** ND4J starts in JVMs of its own, in the ways in which hosts start it. */
class BackendTest {

	@TempDir
	Path folder;

	@Test
	void startsFromThePluginLoaderOfPlainImageJ() throws Exception {
		String output = run(List.of(), 20);
		assertTrue(output.contains("colours " + colours(20)), output);
		assertTrue(output.contains("device " + Backend.description()), output);
		assertTrue(output.contains("loader URLClassLoader"), output);
		assertFalse(output.contains("\tat "), "no stack trace: " + output);
	}

	/** Without them JavaCPP stops at the size of the heap. */
	@Test
	void memoryLimitsAreSet() throws Exception {
		String output = run(List.of(), 1);
		assertTrue(output.matches("(?s).*maxbytes \\d{9,}\\n.*maxphysicalbytes \\d{9,}\\n.*"), output);
		String chosen = run(List.of("-Dorg.bytedeco.javacpp.maxbytes=777000000"), 1);
		assertTrue(chosen.contains("maxbytes 777000000"), "a user's own limit stays: " + chosen);
	}

	/** Asks for 16 TiB and looks at what comes back. */
	@Test
	void nativeMemoryThatRunsOutIsRecognised() {
		Backend.start();
		RuntimeException e = assertThrows(RuntimeException.class, () -> Nd4j.createUninitialized(DataType.FLOAT, 1L << 20, 1L << 22));
		assertTrue(ColorModel.isOutOfMemory(e), e.toString());
		assertTrue(ColorModel.isOutOfMemory(new IllegalStateException("wrapped", e)));
		assertFalse(ColorModel.isOutOfMemory(new RuntimeException("another")));
	}

	/** OneDNN fails where a kernel has gaps. */
	@Test
	void convolutionsWithGapsKeepTheirOwnWay() {
		Backend.start();
		assertEquals(Backend.hasOneDnn(), Backend.accelerated(convolution(1)).getHelper() != null);
		assertNull(Backend.accelerated(convolution(2)).getHelper());
	}

	/** Winograd's short products would round more than oneDNN does. */
	@Test
	void alonePlainProductsAreTakenFromOneDnn() {
		boolean possible = Backend.hasOneDnn() && Backend.hasFastProducts();
		for (int[] size : new int[][] { { 1, 1 }, { 3, 2 }, { 3, 1 } }) {
			Layer layer = Backend.accelerated(layer(new ConvolutionLayer.Builder(size[0], size[0]).stride(size[1], size[1]).convolutionMode(ConvolutionMode.Same)));
			assertEquals(possible && (size[0] == 1 || size[1] == 2), layer.getHelper() instanceof ConvolutionKernel, Arrays.toString(size));
		}
	}

	@Test
	void aLayerThatWasFreedCanBeUsedAgain() {
		Layer layer = Backend.accelerated(layer(new ConvolutionLayer.Builder(1, 1).convolutionMode(ConvolutionMode.Same)));
		layer.params().assign(0.5);
		for (int pass = 0; pass < 2; pass++) {
			assertEquals(1.5f, layer.activate(Nd4j.valueArrayOf(new long[] { 1, 1, 4, 4 }, 2f), false, LayerWorkspaceMgr.noWorkspaces()).getFloat(0, 0, 3, 3));
			Backend.free(layer);
		}
	}

	private static Layer convolution(int dilation) {
		return layer(new ConvolutionLayer.Builder(3, 3).dilation(dilation, dilation));
	}

	private static Layer layer(ConvolutionLayer.Builder builder) {
		var layer = builder.nIn(1).nOut(1).activation(new ActivationIdentity()).build();
		var settings = new NeuralNetConfiguration.Builder().layer(layer).build();
		return layer.instantiate(settings, List.of(), 0, Nd4j.zeros(DataType.FLOAT, 1, layer.initializer().numParams(settings)), false, DataType.FLOAT);
	}

	private static long colours(int edge) {
		long colours = 0;
		for (ARGBType pixel : new Prediction(TestModels.untrained(), new Decoding(0.38, 1, 0.5)).rgb(TestModels.picture(edge, edge), Progress.NONE))
			colours += pixel.get() & 0xffffff;
		return colours;
	}

	/** What {@link HostedPrediction} prints for a picture of this edge, and all it says on stderr. */
	private String run(List<String> options, int edge) throws IOException, InterruptedException, URISyntaxException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		String tests = new File(PlainHost.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getPath();
		command.addAll(List.of("-Xmx512m", "-cp", tests, PlainHost.class.getName(), System.getProperty("java.class.path"),
			HostedPrediction.class.getName(), Integer.toString(edge)));
		Path output = folder.resolve("output.txt");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running");
		}
		finally {
			process.destroyForcibly();
		}
		String text = Files.readString(output);
		assertEquals(0, process.exitValue(), text);
		return text;
	}
}
