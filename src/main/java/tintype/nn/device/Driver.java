package tintype.nn.device;

import java.util.List;

/** What NVIDIA's driver tells before CUDA and ND4J are loaded. */
interface Driver {

	/**
	 * The newest CUDA that the driver can run.
	 *
	 * @return 1000 major + 10 minor, e.g. 11060 for CUDA 11.6
	 * @throws Unusable if there is no driver, or it finds no card
	 */
	int version();

	/**
	 * The cards, in CUDA's order, less those that {@code CUDA_VISIBLE_DEVICES} hides.
	 *
	 * @throws Unusable if the driver does not tell
	 */
	List<Gpu> gpus();

	/**
	 * Memory of a card that no program holds. Opens the card for a moment.
	 *
	 * @return bytes, 0 if there is too little to open it
	 * @throws Unusable if the card can't be opened for another reason
	 */
	long freeMemory(Gpu gpu);

	/** Whether the system finds and loads a shared library, with all that it needs. */
	boolean loads(String library);
}
