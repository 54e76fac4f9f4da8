<#function names licenses>
	<#return licenses?join(", or ")>
</#function>
Third-party software shipped with Tintype
=========================================

Tintype itself is under the BSD 2-Clause licence, LICENSE.txt. It comes with
the libraries below, unchanged but for the packing of their jars; the texts of
their licences are in the folder "licenses". Packages for Fiji leave out what
Fiji brings itself (ImageJ, SciJava Common, Parsington, ImgLib2, Apache Commons,
Gson, SLF4J, JNA).

Java libraries
--------------
<#list dependencyMap as entry>
<#assign library = entry.getKey()>

${library.name}
    ${library.groupId}:${library.artifactId}:${library.version}
    ${names(entry.getValue())}
    ${library.url!"https://central.sonatype.com/artifact/" + library.groupId + "/" + library.artifactId}
</#list>

Of several licences, Tintype takes the Apache License 2.0.

org.nd4j:guava, :jackson and :protobuf are Google Guava (Apache License 2.0),
FasterXML Jackson (Apache License 2.0) and Google Protocol Buffers (BSD
3-Clause), with other package names.

Machine code inside the jars of nd4j-native, openblas and javacpp
-----------------------------------------------------------------
They are unpacked and loaded as separate libraries, and can be replaced by
others of the same interface in the folder .javacpp/cache of the user's home.

libnd4j, all platforms: Apache License 2.0
    https://github.com/deeplearning4j/deeplearning4j
    with oneDNN (x86-64 only), FlatBuffers: Apache License 2.0
    https://github.com/oneapi-src/oneDNN https://github.com/google/flatbuffers
OpenBLAS with LAPACK, all platforms: BSD 3-Clause
    https://www.openblas.net
libgcc_s, libgomp, libgfortran, libstdc++ (which of them depends on the
platform): GNU General Public License 3 or later with the GCC Runtime Library
    Exception 3.1, which allows their use by programs under any licence
    https://gcc.gnu.org, sources at https://gcc.gnu.org/pub/gcc/releases/
libquadmath (Linux, macOS on Intel; on Windows inside libopenblas): GNU Lesser
    General Public License 2.1 or later, a library of its own
    https://gcc.gnu.org, sources at https://gcc.gnu.org/pub/gcc/releases/
libwinpthread (Windows): MIT
    https://www.mingw-w64.org
Microsoft Visual C++ and Universal C runtime (Windows): Microsoft's licence
    for redistributable code
    https://visualstudio.microsoft.com/license-terms
