/**
 * The office on three machines: the templates of its front door, its pair of databases and their backups, filled for a town's machines or
 * for the loopback addresses of one machine.
 */
package jp.yakuba.cluster;
