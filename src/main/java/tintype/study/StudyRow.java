package tintype.study;

import java.util.List;
import java.util.Optional;

/**
 * What the runs of one activation, with or without batch normalisation, say.
 *
 * @param runs            number of seeds
 * @param error           mean test error after the last epoch, 0 to 1
 * @param deviation       of it over the seeds; NaN with one
 * @param bestError       mean of the smallest test errors, 0 to 1: each is chosen by
 *                        the test pictures, so a little too good
 * @param bestDeviation   of them over the seeds; NaN with one
 * @param bestEpoch       mean number of the epochs that had them, from 1
 * @param testLoss        mean test loss after the last epoch, in nats
 * @param trainingLoss    mean training loss of the last epoch, in nats
 * @param secondsPerEpoch median of all epochs, without the tests
 * @param relativeTime    of that to ReLU's with the same normalisation; NaN without ReLU
 * @param slopes          mean learned alpha of each layer, empty for all but PReLU
 * @param difference      from ReLU; empty for ReLU, and where there is none of the same seed
 */
public record StudyRow(StudyActivation activation, boolean batchNorm, int runs, double error, double deviation, double bestError,
	double bestDeviation, double bestEpoch, double testLoss, double trainingLoss, double secondsPerEpoch, double relativeTime,
	List<Double> slopes, Optional<PairedDifference> difference)
{

	public StudyRow {
		slopes = List.copyOf(slopes);
	}

	StudyRow withDifference(PairedDifference newDifference) {
		return new StudyRow(activation, batchNorm, runs, error, deviation, bestError, bestDeviation, bestEpoch, testLoss, trainingLoss,
			secondsPerEpoch, relativeTime, slopes, Optional.of(newDifference));
	}
}
