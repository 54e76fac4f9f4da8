package tintype.nn.device;

import java.util.Set;

/**
 * What the CUDA natives of ND4J 1.0.0-M2.1 hold: machine code for nine compute
 * capabilities and no PTX, from which a driver could translate. Machine code runs
 * on its own capability and on higher minor ones of the same major one (NVIDIA,
 * <i>CUDA C++ Programming Guide</i>, binary compatibility): so on cards from 3.7 to
 * 8.9, and not on Hopper (9.0) and Blackwell (10.0, 12.0).
 */
final class MachineCode {

	/** What the table below was read from. */
	static final String ND4J = "1.0.0-M2.1";

	/** Of CUDA 11; older drivers can't run any of its versions. */
	static final int OLDEST_DRIVER = 11000;

	/** 10 major + minor, as in sm_86. */
	private static final Set<Integer> BUILT_FOR = Set.of(37, 50, 52, 60, 61, 70, 75, 80, 86);

	private MachineCode() {}

	/** Whether there is code that a card can run. */
	static boolean runsOn(Gpu gpu) {
		return BUILT_FOR.stream().anyMatch(built -> built / 10 == gpu.major() && built % 10 <= gpu.minor());
	}
}
