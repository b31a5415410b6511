using System.Text;

namespace Territory.Cli.Output;

/// <summary>A text writer that passes on whole lines.</summary>
internal sealed class LineWriter(Action<string> onLine) : TextWriter
{
    private readonly StringBuilder line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (value == '\n')
            EmitLine();
        else if (value != '\r')
            line.Append(value);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && line.Length > 0)
            EmitLine();
        base.Dispose(disposing);
    }

    private void EmitLine()
    {
        onLine(line.ToString());
        line.Clear();
    }
}
