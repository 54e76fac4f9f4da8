/**
 * From files of several makers to a {@link tintype.inspect.LayerGraph}. A file may
 * come from a stranger: nothing in it is executed, no Java object is deserialised,
 * and sizes are checked before anything is allocated.
 */
package tintype.inspect.read;
