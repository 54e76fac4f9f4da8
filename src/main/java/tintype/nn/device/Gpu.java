package tintype.nn.device;

/**
 * A graphics card as the driver describes it.
 *
 * @param index  0 for the first one that CUDA lists
 * @param name   as its maker calls it
 * @param major  of its compute capability
 * @param minor  of its compute capability
 * @param memory in bytes
 */
record Gpu(int index, String name, int major, int minor, long memory) {

	/** Name and compute capability, e.g. "NVIDIA T4 (capability 7.5)". */
	String words() {
		return name + " (capability " + major + "." + minor + ")";
	}
}
