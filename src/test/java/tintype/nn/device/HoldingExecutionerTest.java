package tintype.nn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;

import tintype.nn.Backend;

class HoldingExecutionerTest {

	private static final int WORKERS = 2;
	private static final long NANOSECONDS = 8_000_000_000L;

	@BeforeEach
	void needsTheCpu() {
		assumeFalse(Backend.device().gpu(), "Skipped: the networks run on a GPU.");
	}

	@Test
	void isTheOneInUse() {
		assertInstanceOf(HoldingExecutioner.class, Nd4j.getExecutioner());
	}

	/** With ND4J's own executioner the JVM mostly goes down within these 8 s. */
	@Test
	void tensorsOutliveTheirOperation() throws InterruptedException {
		long end = System.nanoTime() + NANOSECONDS;
		List<CompletableFuture<Double>> workers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> multiplied(end))).limit(WORKERS).toList();
		while (System.nanoTime() < end) {
			System.gc();
			Thread.sleep(1);
		}
		workers.forEach(worker -> assertEquals(1, worker.join()));
	}

	/** Ones times ones, again and again. */
	private static double multiplied(long end) {
		INDArray x = Nd4j.ones(DataType.FLOAT, 60, 128), alpha = Nd4j.ones(DataType.FLOAT, 1, 128).addi(1);
		while (System.nanoTime() < end)
			timesAlphaLessOne(x, alpha);
		return x.meanNumber().doubleValue();
	}

	/** Nobody but the operation names the difference. */
	private static void timesAlphaLessOne(INDArray x, INDArray alpha) {
		Nd4j.getExecutioner().exec(new BroadcastMulOp(x, alpha.sub(1), x, 1));
	}
}
