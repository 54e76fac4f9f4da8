package tintype.nn.device;

import org.nd4j.common.io.Resource;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * In the place of ND4J's GPU backend: of its priority and as available, but computes
 * on the CPU. Ends the JVM, as faulty natives do, if the property says so.
 */
public class StandInBackend extends Nd4jBackend {

	/** System property, true for a JVM that is to end. */
	static final String ENDS = "tintype.test.ends";

	private static final int EXIT = 134;

	private final CpuBackend cpu = new CpuBackend();

	@Override
	public boolean isAvailable() {
		if (Boolean.getBoolean(ENDS)) Runtime.getRuntime().halt(EXIT);
		return true;
	}

	@Override
	public boolean canRun() {
		return true;
	}

	@Override
	public boolean allowsOrder() {
		return cpu.allowsOrder();
	}

	@Override
	public int getPriority() {
		return BACKEND_PRIORITY_GPU;
	}

	@Override
	public Resource getConfigurationResource() {
		return cpu.getConfigurationResource();
	}

	@Override
	public Class<?> getNDArrayClass() {
		return cpu.getNDArrayClass();
	}

	@Override
	public Environment getEnvironment() {
		return cpu.getEnvironment();
	}

	@Override
	public String buildInfo() {
		return cpu.buildInfo();
	}

	@Override
	public void logBackendInit() {
		cpu.logBackendInit();
	}
}
