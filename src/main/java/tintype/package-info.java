/** What a script calls: a façade over the core, free of ImageJ. */
package tintype;
