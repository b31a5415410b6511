using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Territory.EndToEnd.Browsers;

/// <summary>The line between one phone and the server, which can be cut: a worker in the browser feels that too, and not only the page.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri server;
    private readonly Task accepting;
    private volatile bool isCut;

    private Line(Uri server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where the server is found through this line.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://{server.Host}:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public static Line To(string address) => new(new Uri(address));

    /// <summary>Ends every connection, and every new one at once.</summary>
    public void Cut()
    {
        isCut = true;
        foreach (var connection in open.Keys)
            connection.Close();
    }

    public void Mend() => isCut = false;

    public async ValueTask DisposeAsync()
    {
        Cut();
        listener.Stop();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
        catch (ObjectDisposedException)
        {
            // The same, a moment earlier.
        }
    }

    private async Task CarryAsync(TcpClient phone)
    {
        using var far = new TcpClient();
        using (phone)
        {
            open[phone] = open[far] = true;
            try
            {
                if (isCut)
                    return;
                await far.ConnectAsync(server.Host, server.Port);
                await Task.WhenAny(phone.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(phone.GetStream()));
            }
            catch (Exception failure) when (failure is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                // Cut, or the other side has hung up.
            }
            finally
            {
                open.TryRemove(phone, out _);
                open.TryRemove(far, out _);
            }
        }
    }
}
