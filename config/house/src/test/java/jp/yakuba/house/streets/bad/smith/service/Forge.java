package jp.yakuba.house.streets.bad.smith.service;

import jakarta.jms.Queue;
import jp.yakuba.house.streets.bad.inn.api.InnDesk;
import jp.yakuba.house.streets.bad.mill.api.MillDesk;

/** Visits an undeclared neighbour, sends messages, and closes the circle. */
public class Forge {
    InnDesk inn;
    MillDesk mill;
    Queue queue;
}
