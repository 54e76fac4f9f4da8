package tintype.nn.device;

import org.nd4j.linalg.factory.Nd4j;

import tintype.nn.Backend;

/** Says which device was chosen and, if asked to start it, what it is and what ND4J took. */
public final class HostedDevice {

	private HostedDevice() {}

	/** @param args nothing, or anything to start ND4J */
	public static void main(String[] args) {
		if (args.length > 0) {
			Backend.start();
			System.out.println(Backend.description());
			System.out.println(Nd4j.getBackend().getClass().getSimpleName());
			System.out.println(Backend.remark());
		}
		System.out.println(DeviceChoice.current().reason());
	}
}
