package tintype.inspect.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import tintype.inspect.LayerGraph;
import tintype.nn.Backend;

/** Small networks with random parameters, written by DeepLearning4J itself and read again. */
public final class Saved {

	private Saved() {}

	/** A chain of layers; without an activation of their own they have none. */
	public static MultiLayerNetwork chain(InputType input, Layer... layers) {
		NeuralNetConfiguration.ListBuilder list = settings().list();
		for (Layer layer : layers)
			list.layer(layer);
		if (input != null) list.setInputType(input);
		return chain(list.build());
	}

	public static MultiLayerNetwork chain(MultiLayerConfiguration configuration) {
		MultiLayerNetwork network = new MultiLayerNetwork(configuration);
		network.init();
		randomize(network);
		return network;
	}

	public static NeuralNetConfiguration.Builder settings() {
		Backend.start();
		return new NeuralNetConfiguration.Builder().seed(7).activation(new ActivationIdentity());
	}

	public static ComputationGraph graph(ComputationGraphConfiguration configuration) {
		ComputationGraph network = new ComputationGraph(configuration);
		network.init();
		randomize(network);
		return network;
	}

	/** All different, small, of both signs: a number in a wrong place shows. */
	private static void randomize(Model network) {
		if (network.numParams() == 0) return;
		try (INDArray values = Nd4j.rand(network.params().shape()).subi(0.5)) {
			network.setParams(values);
		}
	}

	/** Writes a network to a file of its own. */
	public static Path write(Model network, Path folder) {
		try {
			Path file = Files.createTempFile(folder, "network", ".zip");
			ModelSerializer.writeModel(network, file.toFile(), false);
			return file;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Writes and reads. */
	public static LayerGraph read(Model network, Path folder) {
		return Dl4jFile.read(write(network, folder));
	}
}
