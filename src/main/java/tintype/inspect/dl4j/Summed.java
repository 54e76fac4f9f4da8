package tintype.inspect.dl4j;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Phase;

/**
 * One kernel as the sum of several, each for some of the channels, as NumPy sums in
 * parts: in a sum of hundreds of floats, each rounds by what has come together so far.
 *
 * @param kernels for as many channels each, the last one for the rest
 * @param share   channels of each
 */
record Summed(List<Kernel.OfOne> kernels, int share) implements Kernel.OfOne {

	private static final int CHANNEL = 1;

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		INDArray sum = null;
		for (int i = 0; i < kernels.size(); i++)
			try (INDArray own = part(x, i)) {
				INDArray summand = kernels.get(i).forward(own, phase);
				if (sum == null) sum = summand;
				else {
					sum.addi(summand);
					summand.close();
				}
			}
		return sum;
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		List<INDArray> ofInputs = new ArrayList<>();
		try {
			for (int i = 0; i < kernels.size(); i++)
				try (INDArray own = part(x, i); INDArray ofOwn = Plain.copy(ofOutput)) {
					ofInputs.add(kernels.get(i).backward(own, ofOwn));
				}
			return Parts.joined(ofInputs, CHANNEL);
		}
		finally {
			ofInputs.forEach(INDArray::close);
		}
	}

	private INDArray part(INDArray x, int i) {
		long from = (long) i * share;
		return Parts.of(x, CHANNEL, from, Math.min(share, x.size(CHANNEL) - from));
	}

	@Override
	public void close() {
		kernels.forEach(Kernel::close);
	}
}
