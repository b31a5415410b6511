@echo off
rem Runs the territory command, building it first when a source is newer than the last build.
setlocal
set "ROOT=%~dp0"
set "APP=%ROOT%src\Cli\bin\Release\net10.0\territory.dll"
set "STAMP=%ROOT%artifacts\build.stamp"
powershell -NoProfile -Command "if (!(Test-Path '%APP%') -or !(Test-Path '%STAMP%')) { exit 1 }; $t=(Get-Item '%STAMP%').LastWriteTimeUtc; $new = Get-ChildItem '%ROOT%src','%ROOT%Directory.Build.props','%ROOT%Directory.Packages.props' -Recurse -File | Where-Object { $_.LastWriteTimeUtc -gt $t -and $_.FullName -notmatch '\\(bin|obj|bin-[a-z]+|obj-[a-z]+|node_modules|dist)\\' -and $_.Extension -ne '.md' -and $_.Name -ne 'packages.lock.json' } | Select-Object -First 1; if ($new) { exit 1 }"
if errorlevel 1 (
  if not exist "%ROOT%artifacts" mkdir "%ROOT%artifacts"
  echo building>"%STAMP%.next"
  dotnet build "%ROOT%src\Cli\Cli.csproj" -c Release --nologo -v quiet "-clp:ErrorsOnly;NoSummary" 1>&2
  if errorlevel 1 exit /b 4
  move /y "%STAMP%.next" "%STAMP%" >nul
)
dotnet "%APP%" %*
exit /b %errorlevel%
