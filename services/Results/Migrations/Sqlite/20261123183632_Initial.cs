using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Results.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "batches",
                columns: table => new
                {
                    RequestId = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_batches", x => x.RequestId);
                });

            migrationBuilder.CreateTable(
                name: "results",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RequestId = table.Column<string>(type: "TEXT", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ResultFile = table.Column<string>(type: "TEXT", nullable: false),
                    StoredName = table.Column<string>(type: "TEXT", nullable: false),
                    Succeeded = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReasonCode = table.Column<string>(type: "TEXT", nullable: true),
                    Message = table.Column<string>(type: "TEXT", nullable: true),
                    CacheHit = table.Column<bool>(type: "INTEGER", nullable: false),
                    ProcessingSeconds = table.Column<double>(type: "REAL", nullable: false),
                    WordCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfidenceAverage = table.Column<double>(type: "REAL", nullable: false),
                    TextLength = table.Column<int>(type: "INTEGER", nullable: false),
                    StoredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Announced = table.Column<bool>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false),
                    DocumentBytes = table.Column<int>(type: "INTEGER", nullable: false),
                    Consolidated = table.Column<string>(type: "TEXT", nullable: false),
                    Listing = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_results", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_batches_FinishedAt",
                table: "batches",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_results_Announced",
                table: "results",
                column: "Announced");

            migrationBuilder.CreateIndex(
                name: "IX_results_RequestId_ReceiptId",
                table: "results",
                columns: new[] { "RequestId", "ReceiptId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_results_ResultFile",
                table: "results",
                column: "ResultFile",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_results_StoredAt",
                table: "results",
                column: "StoredAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "batches");

            migrationBuilder.DropTable(
                name: "results");
        }
    }
}
