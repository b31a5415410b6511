using System.Net;
using System.Net.Sockets;

namespace Territory.Silo;

/// <summary>
/// Ports of this machine that nobody listens on. A silo of one process is called by nobody outside it, so any will do, and several
/// territories can be open side by side. The embedded runtime listens on none.
/// </summary>
internal static class LoopbackPorts
{
    internal static (int Silo, int Gateway) FindTwo()
    {
        using var silo = new TcpListener(IPAddress.Loopback, 0);
        using var gateway = new TcpListener(IPAddress.Loopback, 0);
        // Both are held until both are known, so that they differ.
        silo.Start();
        gateway.Start();
        return (((IPEndPoint)silo.LocalEndpoint).Port, ((IPEndPoint)gateway.LocalEndpoint).Port);
    }
}
