package ma.riaya.acceptance.bank;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of a document as paths, in order: what a reader kept of it can be compared with what was written. */
final class Leaves {

    private Leaves() {}

    static List<String> of(String xml) throws XMLStreamException {
        XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(xml));
        List<String> paths = new ArrayList<>();
        Deque<String> path = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    path.addLast(reader.getLocalName());
                    paths.add(String.join("/", path));
                }
                case XMLStreamReader.END_ELEMENT -> path.removeLast();
                default -> {
                    // Only the shape is compared here.
                }
            }
        }
        return paths;
    }
}
