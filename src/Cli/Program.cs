using Territory.Cli;
using Territory.Cli.Output;

using var interrupt = new Interrupt();
return await CommandLine.RunAsync(args, new ProcessConsole(), interrupt.Token);
