package tintype.study;

/**
 * One epoch of a run.
 *
 * @param testError    share of the test pictures given a wrong class after the epoch, 0 to 1
 * @param testLoss     mean cross entropy of the test pictures after the epoch, in
 *                     nats; NaN if the run has diverged
 * @param trainingLoss mean cross entropy of the batches during the epoch, each
 *                     before its step, in nats; NaN if the run has diverged
 * @param seconds      spent on the steps, without the test
 */
public record StudyEpoch(double testError, double testLoss, double trainingLoss, double seconds) {}
