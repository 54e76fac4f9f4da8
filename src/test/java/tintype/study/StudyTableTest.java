package tintype.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tintype.study.Sentences.assertTold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.nn.Backend;

class StudyTableTest {

	private static final StudySettings SETTINGS = StudySettings.defaults().withActivations(List.of(StudyActivation.RELU, StudyActivation.PRELU)) //
		.withSeeds(1, 7).withEpochs(2);

	private static final StudyResult RESULT = new StudyResult("digits, drawn", SETTINGS, List.of( //
		new StudyRun(StudyActivation.RELU, false, 7, List.of(new StudyEpoch(0.0625, 0.25, 0.5, 1.25), new StudyEpoch(0.05, Double.NaN, 0.125, 12)), List.of()), //
		new StudyRun(StudyActivation.PRELU, true, 7, List.of(new StudyEpoch(1, 2.5, 2, 1), new StudyEpoch(0, 1e-9, 3, 2)), List.of(0.25, -0.5))));

	@TempDir
	Path folder;

	@Test
	void hasARowForEachEpoch() {
		assertEquals(String.join("\r\n", //
			"data,\"digits, drawn\",network,MLP,epochs,2,batch,60,rate,1.0E-4,order,shuffled,device,\"" + Backend.description() + "\",runs,2 of 4", //
			"activation,batch norm,seed,epoch,test error (%),test loss,training loss,seconds,mean slope of each layer", //
			"ReLU,off,7,1,6.2500,0.250000,0.500000,1.250,", //
			"ReLU,off,7,2,5.0000,NaN,0.125000,12.000,", //
			"PReLU,on,7,1,100.0000,2.500000,2.000000,1.000,", //
			"PReLU,on,7,2,0.0000,0.000000,3.000000,2.000,0.2500 -0.5000", ""), StudyTable.text(RESULT));
	}

	/** Programs read it in every country. */
	@Test
	void hasDecimalPointsEverywhere() {
		String text = StudyTable.text(RESULT);
		Locale usual = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			assertEquals(text, StudyTable.text(RESULT));
		}
		finally {
			Locale.setDefault(usual);
		}
	}

	@Test
	void isWrittenWhole() throws IOException {
		Path file = folder.resolve("epochs.csv");
		StudyTable.write(RESULT, file);
		assertEquals(StudyTable.text(RESULT), Files.readString(file));
		assertEquals(1, folder.toFile().list().length);
		assertTold("can't be written", () -> StudyTable.write(RESULT, folder.resolve("missing/epochs.csv")));
	}
}
