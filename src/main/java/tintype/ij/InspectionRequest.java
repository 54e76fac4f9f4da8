package tintype.ij;

import java.io.File;

import tintype.Inspector;
import tintype.inspect.Phase;
import tintype.inspect.Tunnel.Side;

/**
 * What a user wants to see of a network.
 *
 * @param model   {@code default}, {@code colornet} or a model file
 * @param way     through which part of it, and on what
 * @param shown   what is shown
 * @param against another model of the same shape, or empty
 * @param export  a folder for everything as files; an empty path for none
 */
public record InspectionRequest(String model, Way way, Shown shown, String against, File export) {

	/**
	 * A part of a network and what is sent through it.
	 *
	 * @param from  name or row of a layer, or empty for the whole network
	 * @param side  of that layer: input, before or after
	 * @param to    name or row of the layer whose values are wanted, or empty for the last
	 * @param phase test or training
	 * @param seed  of what training draws
	 * @param range of the values that an image gives
	 * @param fit   whether an image of another size is scaled
	 * @param data  a tensor or table instead of the image, or an empty path
	 */
	public record Way(String from, String side, String to, String phase, long seed, InputRange range, boolean fit, File data) {

		Phase asPhase() {
			return phase.equals("training") ? Phase.training(seed) : Phase.TEST;
		}

		Side asSide() {
			return switch (side) {
				case "before" -> Side.BEFORE;
				case "after" -> Side.AFTER;
				default -> Side.INPUT;
			};
		}

		boolean isWhole() {
			return from.isBlank();
		}

		/** The same way through another network of the same shape, whose layers may have other names. */
		Way in(Inspector network, Inspector other) {
			if (isWhole()) return this;
			String there = other.graph().layers().get(network.graph().position(network.name(from))).name();
			return new Way(there, side, to, phase, seed, range, fit, data);
		}
	}

	/**
	 * Views of it.
	 *
	 * @param values   of the last layer: after, before, both or none
	 * @param gradient of which unit of the last layer, as {@link ChosenUnit} reads it, or empty
	 */
	public record Shown(String values, boolean summary, boolean weights, boolean filters, boolean montage, boolean statistics, boolean verify,
		String gradient)
	{

		boolean before() {
			return values.equals("before") || values.equals("both");
		}

		boolean after() {
			return values.equals("after") || values.equals("both");
		}

		/** Whether anything has to be computed. */
		boolean runs() {
			return before() || after() || montage || statistics || verify || !gradient.isBlank();
		}
	}
}
