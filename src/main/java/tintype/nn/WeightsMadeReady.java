package tintype.nn;

import java.lang.ref.Reference;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network's weights as they were when something was made of them, as the network may learn in the meantime. */
final class WeightsMadeReady implements AutoCloseable {

	private final ComputationGraph network;
	private final FloatPointer weights;

	/** @param network in single precision; its weights are copied */
	WeightsMadeReady(ComputationGraph network) {
		this.network = network;
		weights = new FloatPointer(Tensors.toFloats(network.params()));
	}

	/** Whether the network still has them. */
	boolean areCurrent() {
		INDArray current = network.params();
		boolean same = Tensors.memory(current).equals(weights.asBuffer());
		Reference.reachabilityFence(current); // its memory goes with it
		return same;
	}

	@Override
	public void close() {
		weights.close();
	}
}
