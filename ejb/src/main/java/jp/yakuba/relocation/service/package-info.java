/** How notices of moves leave, arrive and come into the ledger. */
package jp.yakuba.relocation.service;
