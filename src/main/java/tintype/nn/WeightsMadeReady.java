package tintype.nn;

import java.lang.ref.Reference;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network's weights as they were when something was made of them, as the network may learn in the meantime. */
final class WeightsMadeReady implements AutoCloseable {

	/** The network's own, which it changes in place; to ask it for them takes as long as to compare. */
	private final INDArray parameters;
	private final FloatPointer weights;

	/** @param network in single precision; its weights are copied */
	WeightsMadeReady(ComputationGraph network) {
		parameters = network.params();
		weights = new FloatPointer(Tensors.toFloats(parameters));
	}

	/** Whether the network still has them. */
	boolean areCurrent() {
		boolean same = Tensors.memory(parameters).equals(weights.asBuffer());
		Reference.reachabilityFence(parameters); // its memory goes with it
		return same;
	}

	@Override
	public void close() {
		weights.close();
	}
}
