using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WeightsAndBudgets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Weight",
                schema: "ingest",
                table: "receipts",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "budgets",
                schema: "ingest",
                columns: table => new
                {
                    Owner = table.Column<string>(type: "text", nullable: false),
                    Used = table.Column<double>(type: "double precision", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budgets", x => x.Owner);
                });

            migrationBuilder.CreateIndex(
                name: "IX_budgets_At",
                schema: "ingest",
                table: "budgets",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "budgets",
                schema: "ingest");

            migrationBuilder.DropColumn(
                name: "Weight",
                schema: "ingest",
                table: "receipts");
        }
    }
}
