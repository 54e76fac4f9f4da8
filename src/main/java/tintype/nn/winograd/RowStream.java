package tintype.nn.winograd;

/** Takes rows of pixels one after the other, from the top. */
interface RowStream {

	/**
	 * @param row kept; the caller gives it away
	 * @return another one of the same size, of any pixels but with the same zeros behind them, for the caller to keep
	 */
	float[][] accept(float[][] row);
}
