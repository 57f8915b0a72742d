package ma.riaya.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void everyPortIsItsBasePlusTheOffset() {
        var ports = Ports.parse(" 100\n");

        assertThat(ports.of(Part.POSTGRES)).isEqualTo(15_532);
        assertThat(ports.allOf(Part.WELFARE)).isEqualTo(List.of(8_183, 9_183));
        assertThat(ports.allOf(Part.POSTGRES)).isEqualTo(List.of(15_532));
    }

    @Test
    void noTwoPartsWantTheSamePort() {
        var ports = new Ports(0);

        assertThat(Arrays.stream(Part.values()).flatMap(part -> ports.allOf(part).stream()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "1e3", "-1", "50104"})
    void anOffsetThatCannotBeIsNamed(String offset) {
        assertThatThrownBy(() -> Ports.parse(offset))
                .isInstanceOf(StackFault.class)
                .hasMessageContaining("RIAYA_PORT_OFFSET must be a number from 0 to 50103");
    }

    @Test
    void aTakenPortIsSeenAndItsHolderNamed() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST))) {
            int port = socket.getLocalPort();

            assertThat(Ports.isFree(port)).isFalse();
            assertThat(PortHolder.of(port))
                    .map(PortHolder::pid)
                    .contains(ProcessHandle.current().pid());
        }
    }

    @Test
    void aLineOfTheKernelsTableIsReadOnlyWhereItListens() {
        String listening = "   0: 0100007F:3C48 00000000:0000 0A 00000000:00000000 00:00000000 00000000  0  0 4711 1";
        String connected = "   1: 0100007F:3C48 0100007F:8000 01 00000000:00000000 00:00000000 00000000  0  0 4712 1";

        assertThat(PortHolder.inodeOfListener(listening, 15_432)).contains("4711");
        assertThat(PortHolder.inodeOfListener(listening, 15_433)).isEmpty();
        assertThat(PortHolder.inodeOfListener(connected, 15_432)).isEmpty();
    }

    @Test
    void aPartIsFoundByEitherOfItsNames() {
        assertThat(Part.named("welfare-service")).isEqualTo(Part.WELFARE);
        assertThat(Part.named("welfare")).isEqualTo(Part.WELFARE);
        assertThatThrownBy(() -> Part.named("mail"))
                .hasMessageContaining("no part named \"mail\"")
                .hasMessageContaining("regional-office-service");
    }
}
