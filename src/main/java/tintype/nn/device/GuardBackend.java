package tintype.nn.device;

import org.nd4j.linalg.cpu.nativecpu.CpuBackend;

/**
 * ND4J's CPU, offered before all others unless a GPU is to be used, whoever starts
 * ND4J. Without it ND4J takes any GPU that CUDA lists, and can't be used any more
 * if that one can't. ND4J finds it in {@code META-INF/services}.
 */
public class GuardBackend extends CpuBackend {

	/** Above ND4J's own, 0 for its CPU and 100 for its GPU. */
	private static final int FIRST = 1000;

	@Override
	public int getPriority() {
		return FIRST;
	}

	@Override
	public boolean isAvailable() {
		return !DeviceChoice.current().gpu();
	}
}
