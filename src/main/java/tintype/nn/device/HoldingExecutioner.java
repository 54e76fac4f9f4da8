package tintype.nn.device;

import java.lang.ref.Reference;
import java.util.function.Supplier;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.IndexAccumulation;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;

/**
 * ND4J's executioner of the CPU, which holds on to the tensors of an operation until
 * it has ended. ND4J 1.0.0-M2.1 hands their addresses to machine code and forgets
 * them: a tensor that nobody else names, like {@code alpha.sub(1)} in
 * {@code x.muliRowVector(alpha.sub(1))}, is freed under the running operation if a
 * garbage collection comes at that moment, and the JVM goes down with it.
 */
public final class HoldingExecutioner extends NativeOpExecutioner {

	/** The name under which ND4J looks for the class of its executioner. */
	private static final String PROPERTY = "opexec";

	/** Makes ND4J use it, if its first use is still to come. */
	static void install() {
		System.setProperty(PROPERTY, HoldingExecutioner.class.getName());
	}

	@Override
	public INDArray exec(Op op, OpContext context) {
		return held(op, context, () -> super.exec(op, context));
	}

	@Override
	public INDArray exec(IndexAccumulation op, OpContext context) {
		return held(op, context, () -> super.exec(op, context));
	}

	@Override
	public INDArray exec(ReduceOp op, OpContext context) {
		return held(op, context, () -> super.exec(op, context));
	}

	@Override
	public INDArray exec(ScalarOp op, OpContext context) {
		return held(op, context, () -> super.exec(op, context));
	}

	@Override
	public INDArray exec(BroadcastOp op, OpContext context) {
		return held(op, context, () -> super.exec(op, context));
	}

	@Override
	public INDArray exec(RandomOp op, OpContext context, Random random) {
		return held(op, context, () -> super.exec(op, context, random));
	}

	@Override
	public INDArray[] exec(CustomOp op, OpContext context) {
		return held(op, context, () -> super.exec(op, context));
	}

	/** The operation and its context name their tensors. */
	private static <T> T held(Object op, OpContext context, Supplier<T> work) {
		try {
			return work.get();
		}
		finally {
			Reference.reachabilityFence(op);
			Reference.reachabilityFence(context);
		}
	}
}
