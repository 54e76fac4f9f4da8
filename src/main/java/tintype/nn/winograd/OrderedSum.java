package tintype.nn.winograd;

/** Adds gradients in the order of their numbers, whoever comes first. */
final class OrderedSum {

	private Gradients total;
	private int next;
	private boolean broken;

	/**
	 * Waits for those of lower numbers, which must be under way.
	 *
	 * @return whether there is any use in more
	 */
	synchronized boolean add(int number, Gradients gradients) {
		while (next != number && !broken)
			await();
		if (broken) return false;
		if (total == null) total = gradients;
		else total.add(gradients);
		next++;
		notifyAll();
		return true;
	}

	private void await() {
		try {
			wait();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			giveUp();
		}
	}

	/** Some number will never come. */
	synchronized void giveUp() {
		broken = true;
		notifyAll();
	}

	/** @throws IllegalStateException if some are missing */
	synchronized Gradients total() {
		if (broken) throw new IllegalStateException("The gradients are not complete");
		return total;
	}
}
